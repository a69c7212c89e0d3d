/** Sessions of users: what a login leaves behind, by which later requests are authenticated. */
@NullMarked
package dev.flagledger.access.session;

import org.jspecify.annotations.NullMarked;
