/** The ways in which members of organisations may log in. */
@NullMarked
package dev.flagledger.engine.state.organisation.login;

import org.jspecify.annotations.NullMarked;
