/** Generation of ids, and rejections for missing objects. */
@NullMarked
package dev.flagledger.installation.id;

import org.jspecify.annotations.NullMarked;
