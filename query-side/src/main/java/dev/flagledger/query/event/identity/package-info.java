/** The history of an identity: what the team decided about it, merged with what applications reported. */
@NullMarked
package dev.flagledger.query.event.identity;

import org.jspecify.annotations.NullMarked;
