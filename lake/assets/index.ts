export {withCurrentAssetUrl, withCurrentAssetUrls} from './assetUrl.ts'
export {type AssetDependencies, type AssetHandlers, type UploadTarget, createAssetHandlers} from './routes.ts'
