/**
 * Certificates: issued once, revocable with a reason, verified by anybody with the code or the file
 * itself. What a certificate says is a copy of the facts at the time of issue.
 */
@ApplicationModule(allowedDependencies = {"network", "notification", "identity", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.certificate;

import org.springframework.modulith.ApplicationModule;
