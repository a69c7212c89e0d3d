/** What users read about themselves. */
@NullMarked
package dev.flagledger.query.user;

import org.jspecify.annotations.NullMarked;
