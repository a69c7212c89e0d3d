/** The ways in which members of organisations may log in, and the mail domains that organisations own. */
@NullMarked
package dev.flagledger.engine.state.organisation.login;

import org.jspecify.annotations.NullMarked;
