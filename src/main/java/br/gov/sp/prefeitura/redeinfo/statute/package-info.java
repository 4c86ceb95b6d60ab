/**
 * The network's statute and what its members promise: versions of the text, who accepted which one
 * and when, and the year's activity plan with its targets, which the other modules' facts fill.
 */
@ApplicationModule(
    allowedDependencies = {"network", "notification", "identity", "workflow", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.statute;

import org.springframework.modulith.ApplicationModule;
