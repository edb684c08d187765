package org.medianest.homelab.arr;

import java.time.Instant;

/** A file that was imported. */
record MediaFile(int id, String path, String relativePath, long size, Instant added, String release) {}
