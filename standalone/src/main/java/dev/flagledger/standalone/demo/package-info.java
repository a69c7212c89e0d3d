/** A small project to try things out on, made through the server's own API as any client would make it. */
@NullMarked
package dev.flagledger.standalone.demo;

import org.jspecify.annotations.NullMarked;
