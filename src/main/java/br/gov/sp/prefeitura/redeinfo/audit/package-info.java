/**
 * The append-only record of who did what to what, when, in place of whom and from where. Other
 * modules write to it through {@link br.gov.sp.prefeitura.redeinfo.audit.AuditLog}, each with words
 * of its own ({@link br.gov.sp.prefeitura.redeinfo.audit.AuditAction}); auditors read it. It holds
 * ids and codes; names are asked for when somebody reads.
 */
@ApplicationModule(allowedDependencies = "shared")
package br.gov.sp.prefeitura.redeinfo.audit;

import org.springframework.modulith.ApplicationModule;
