/** Projects and their tags, and the locks that serialise changes of the structure of projects and organisations. */
@NullMarked
package dev.flagledger.command.project;

import org.jspecify.annotations.NullMarked;
