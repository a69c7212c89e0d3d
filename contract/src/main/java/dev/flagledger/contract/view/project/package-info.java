/** Projects with their tags, segments, metadata, exports and imports. */
@NullMarked
package dev.flagledger.contract.view.project;

import org.jspecify.annotations.NullMarked;
