/** Bodies of responses, written and compressed once for each change and sent many times. */
@NullMarked
package dev.flagledger.query.sdk.flags.body;

import org.jspecify.annotations.NullMarked;
