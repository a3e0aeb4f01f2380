/**
 * Xiangpin 乡品: sells and traces village produce.
 *
 * <p>Every package below is one feature, named by its noun. They form one ordered stack and import
 * downward only; {@code FeatureStackTest} holds the list. News travels upward as event records
 * declared by the lower feature.
 */
package org.xiangpin;
