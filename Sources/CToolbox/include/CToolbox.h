// SPDX-License-Identifier: Apache-2.0
// The content of the folder Toolbox/ as it was when the program was built.
#pragma once
#include <stddef.h>

typedef struct {
  const char *pfad;            // path below Toolbox/, with slashes
  const unsigned char *bytes;  // the content, not ended by a zero
  size_t anzahl;               // number of bytes
} toolbox_datei;

// The number of files.
size_t toolbox_anzahl(void);

// The file at a place below toolbox_anzahl(), in the order of the paths.
toolbox_datei toolbox_stelle(size_t stelle);
