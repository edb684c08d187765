export { StatusPage as Status } from '@/features/status/routes/StatusPage';
