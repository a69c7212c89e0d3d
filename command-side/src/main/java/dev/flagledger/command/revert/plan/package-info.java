/** Plans of reverts: which parts of a project to lead back, and the commands that do it. Pure. */
@NullMarked
package dev.flagledger.command.revert.plan;

import org.jspecify.annotations.NullMarked;
