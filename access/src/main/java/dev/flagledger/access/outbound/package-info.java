/**
 * Where this server may connect to. People with little trust can make it send requests (a webhook's URL is theirs to choose), so
 * every address outside the public internet is refused unless the operator lets it through. Knows addresses, sends nothing.
 */
@NullMarked
package dev.flagledger.access.outbound;

import org.jspecify.annotations.NullMarked;
