package org.medianest.compose.backup;

/** How a command ended and all it said. */
record Said(int code, String text) {}
