/** Organisations with their members and API keys, and users. */
@NullMarked
package dev.flagledger.engine.state.organisation;

import org.jspecify.annotations.NullMarked;
