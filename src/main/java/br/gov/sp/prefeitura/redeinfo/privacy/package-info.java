/**
 * How long personal data is kept, the yearly run that makes anonymous what has lapsed, and a
 * person's copy of their own data.
 */
@ApplicationModule(allowedDependencies = {"network", "notification", "identity", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.privacy;

import org.springframework.modulith.ApplicationModule;
