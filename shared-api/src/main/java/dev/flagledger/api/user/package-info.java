/** People who log in: how they arrive and what becomes of their account. Passwords and tokens never pass through here. */
@NullMarked
package dev.flagledger.api.user;

import org.jspecify.annotations.NullMarked;
