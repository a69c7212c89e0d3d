/** Custom fields, and what they are attached to. What is written into them is shown with the things that it is about. */
@NullMarked
package dev.flagledger.query.metadata;

import org.jspecify.annotations.NullMarked;
