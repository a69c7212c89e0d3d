/** What organisations, and whoever runs the server, demand of logins. */
@NullMarked
package dev.flagledger.access.session.rule;

import org.jspecify.annotations.NullMarked;
