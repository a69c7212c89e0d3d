/** Features and how they stand in an environment, as the dashboard and Terraform read them. */
@NullMarked
package dev.flagledger.query.feature;

import org.jspecify.annotations.NullMarked;
