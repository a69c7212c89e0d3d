/** What events did, in words and in fields. The sub-packages have a class for each family of events that the contract has no lines for. */
@NullMarked
package dev.flagledger.query.audit.description;

import org.jspecify.annotations.NullMarked;
