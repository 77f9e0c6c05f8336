// SPDX-License-Identifier: Apache-2.0
// Starts the page. In a test without a page there is nothing to start.
if (typeof document !== "undefined") Anwendung.starten();
