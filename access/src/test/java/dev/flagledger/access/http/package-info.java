/** Tests of what precedes the controllers: the contract's filters, positions and authentication together. */
@NullMarked
package dev.flagledger.access.http;

import org.jspecify.annotations.NullMarked;
