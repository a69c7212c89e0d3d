/** Trust relationships: their part of the organisation's aggregate, their endpoints, and the exchange of tokens. */
@NullMarked
package dev.flagledger.command.trust;

import org.jspecify.annotations.NullMarked;
