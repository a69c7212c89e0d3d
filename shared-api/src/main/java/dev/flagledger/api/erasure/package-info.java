/** The erasure of people: what can be asked so that nothing is known of them any more. */
@NullMarked
package dev.flagledger.api.erasure;

import org.jspecify.annotations.NullMarked;
