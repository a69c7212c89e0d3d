/** How users log in. */
@NullMarked
package dev.flagledger.api.login;

import org.jspecify.annotations.NullMarked;
