/** The admin API's reads of feature states: environment defaults and overrides for segments and identities. */
@NullMarked
package dev.flagledger.query.flag;

import org.jspecify.annotations.NullMarked;
