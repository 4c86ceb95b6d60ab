/**
 * Stands between a person and a task's variables, in both directions: loads the deployed form of a
 * task, hands a submission to {@code workflow.form}, gives the accepted values to the task's
 * listeners without storing them, and limits what a form is shown to the names it mentions. Called
 * from within the engine's commands by {@code workflow.engine}, which knows who may.
 */
package br.gov.sp.prefeitura.redeinfo.workflow.guard;
