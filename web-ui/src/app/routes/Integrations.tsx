export { IntegrationsPage as Integrations } from '@/features/integrations/routes/IntegrationsPage';
