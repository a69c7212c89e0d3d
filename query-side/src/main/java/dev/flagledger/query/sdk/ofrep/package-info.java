/**
 * The OpenFeature Remote Evaluation Protocol, version 0.3, through which every OpenFeature SDK can evaluate flags. See <a
 * href="https://github.com/open-feature/protocol">open-feature/protocol</a>.
 */
@NullMarked
package dev.flagledger.query.sdk.ofrep;

import org.jspecify.annotations.NullMarked;
