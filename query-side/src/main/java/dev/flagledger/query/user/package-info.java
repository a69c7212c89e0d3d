/** The caller's account. */
@NullMarked
package dev.flagledger.query.user;

import org.jspecify.annotations.NullMarked;
