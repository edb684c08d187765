export { AuditPage as Audit } from '@/features/audit/routes/AuditPage';
