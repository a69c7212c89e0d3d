/** Trust relationships: workloads that act in an organisation with the tokens of an issuer that it trusts. */
@NullMarked
package dev.flagledger.api.trust;

import org.jspecify.annotations.NullMarked;
