/** Projects: creating and changing them, and the gate through which a project's shape is changed one at a time. */
@NullMarked
package dev.flagledger.command.project;

import org.jspecify.annotations.NullMarked;
