/** What is told of organisations: their members, what these may do, and how they log in. */
@NullMarked
package dev.flagledger.query.audit.description.organisation;

import org.jspecify.annotations.NullMarked;
