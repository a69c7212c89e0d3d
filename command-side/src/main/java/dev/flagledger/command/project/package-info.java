/**
 * Projects: creating, changing and deleting them, and the gates through which the shape of a project, and which projects an
 * organisation has, are changed by one transaction at a time.
 */
@NullMarked
package dev.flagledger.command.project;

import org.jspecify.annotations.NullMarked;
