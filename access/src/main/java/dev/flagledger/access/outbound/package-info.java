/**
 * Destinations of outbound connections. Users choose the URLs of webhooks, so that addresses outside the public
 * internet are refused unless the operator allows them. This package checks addresses;
 * {@link dev.flagledger.access.outbound.http} sends.
 */
@NullMarked
package dev.flagledger.access.outbound;

import org.jspecify.annotations.NullMarked;
