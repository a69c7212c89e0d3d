/** Authentication of browsers by a cookie, and of which origins pages may send it, and set up the server. */
@NullMarked
package dev.flagledger.access.security.cookie;

import org.jspecify.annotations.NullMarked;
