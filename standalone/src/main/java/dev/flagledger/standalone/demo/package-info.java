/** A small demo project, created through the server's own API. */
@NullMarked
package dev.flagledger.standalone.demo;

import org.jspecify.annotations.NullMarked;
