// SPDX-License-Identifier: Apache-2.0
// Debian builds libxml2 with ICU; its headers would then declare ICU's types a second time, beside
// those of Foundation. Nothing of it is used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/tree.h>
#include <libxml/c14n.h>
#include <libxml/xmlschemas.h>
