/**
 * Who may do what, as the dashboard asks for it: the rights that can be granted, and what a member may do with an
 * organisation, a project or an environment. Rights come from what members are in the organisation; none are granted one by
 * one so far, so that the lists of such grants are empty.
 */
@NullMarked
package dev.flagledger.query.access;

import org.jspecify.annotations.NullMarked;
