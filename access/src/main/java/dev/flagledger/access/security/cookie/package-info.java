/** Authentication of browsers by a cookie, and of which origins pages may send it. */
@NullMarked
package dev.flagledger.access.security.cookie;

import org.jspecify.annotations.NullMarked;
