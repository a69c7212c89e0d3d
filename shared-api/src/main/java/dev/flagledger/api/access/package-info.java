/** Who may do what: permissions, and where the right to use one is looked up. */
@NullMarked
package dev.flagledger.api.access;

import org.jspecify.annotations.NullMarked;
