/** Queries on the tables of identities and traits, for the admin API. */
@NullMarked
package dev.flagledger.installation.identity;

import org.jspecify.annotations.NullMarked;
