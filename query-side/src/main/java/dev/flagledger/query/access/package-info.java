/**
 * Permissions, as the dashboard reads them: those that can be granted, what is granted to members and groups, and what a member
 * holds on an organisation, a project or an environment.
 */
@NullMarked
package dev.flagledger.query.access;

import org.jspecify.annotations.NullMarked;
