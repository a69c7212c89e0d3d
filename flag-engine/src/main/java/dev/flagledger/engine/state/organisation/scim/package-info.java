/** What the directory that provisions an organisation's people has said. */
@NullMarked
package dev.flagledger.engine.state.organisation.scim;

import org.jspecify.annotations.NullMarked;
