package io.asktrail.ads.exports;

import java.io.Closeable;
import java.util.Iterator;

/** A file's lines, one at a time, the header among them. */
interface Lines extends Iterator<Line>, Closeable {}
