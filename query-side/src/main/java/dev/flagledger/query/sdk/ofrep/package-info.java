/**
 * The OpenFeature Remote Evaluation Protocol, so that every OpenFeature SDK can ask for flags. See
 * <a href="https://github.com/open-feature/protocol">open-feature/protocol</a>, version 0.3.
 */
@NullMarked
package dev.flagledger.query.sdk.ofrep;

import org.jspecify.annotations.NullMarked;
