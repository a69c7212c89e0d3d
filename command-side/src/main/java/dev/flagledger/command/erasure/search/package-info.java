/** What an erasure has to know before it takes place: whom a request names, their names, and the texts that still mention them. */
@NullMarked
package dev.flagledger.command.erasure.search;

import org.jspecify.annotations.NullMarked;
