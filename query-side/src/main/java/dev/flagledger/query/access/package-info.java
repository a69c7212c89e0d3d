/**
 * Permissions, as the dashboard reads them: those that can be granted, and those of a member on an organisation, a project or an
 * environment. They come from the member's role in the organisation; individual grants are not supported, so lists of them are
 * empty.
 */
@NullMarked
package dev.flagledger.query.access;

import org.jspecify.annotations.NullMarked;
